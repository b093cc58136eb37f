"""The work on one case: its page, its line of time, the forms that move it on. Door: `page`."""
