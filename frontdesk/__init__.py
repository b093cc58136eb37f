"""The front desk: everything the outside world reaches."""
