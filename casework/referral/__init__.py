"""The referral as it is drafted, put together field by field, shown and kept."""
