"""Texts: Twilio's webhook in, its Messages API out."""
