"""Accounts: set up and looked after by their owners, managed by others. Door: `own_account`."""
