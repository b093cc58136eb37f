"""What a family has told: the draft, the referral, consents, changes. Door: `drafts`."""
