"""Where somebody lives and which council that is: names, nicknames, slips and postcodes."""
