"""Who of the team and which programs may come in, and how they prove it. Door: `staff`."""
