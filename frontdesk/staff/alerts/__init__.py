"""Alerts: what came of them, and the rota that says whom they go to. Door: `page`."""
