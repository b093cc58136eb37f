"""The ways in: password and second factor, passkey, single sign-on. Door: `page`."""
