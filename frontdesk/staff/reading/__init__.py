"""What one reader may see of a referral, a conversation, an alert. Door: `dangers` decides."""
