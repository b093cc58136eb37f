"""What other programs of the charity read, and the tokens they read it with. Door: `referrals`."""
