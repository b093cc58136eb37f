"""One referral: read, checked, put right, copied for our file or the council. Door: `page`."""
