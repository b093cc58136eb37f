"""The staff side, a room a subject; its door is `routes`, and `rights` says who may use each."""
