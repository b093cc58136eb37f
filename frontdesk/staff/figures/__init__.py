"""The figures that managers look at, in tables and charts. Door: `page`."""
