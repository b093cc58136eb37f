"""Rasa's custom actions: thin, each calls `casework` and keeps the result through `store`."""
