"""Who somebody is, of whom they speak, and how they may be reached safely."""
