"""Tells people and other systems what has come: alerts, digests, a webhook."""
