"""How a command says that it cannot do what it was asked."""


class CommandError(Exception):
    """Something the person at the keyboard can mend. The message is one line and says how."""
