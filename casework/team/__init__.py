"""The people of the service: who is on duty, who is told, when they are there, their figures."""
