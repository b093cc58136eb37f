"""The queue: its filters, lines, news and saved views, and as a file. Door: `page`."""
