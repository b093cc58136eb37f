"""Texts: whose number is whose, what may go to it, what is on its way. Door: `outbox`."""
