"""One turn: what is asked, taken, kept, missed and said."""
