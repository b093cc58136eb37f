"""The staff side: every route names who may use it (frontdesk/staff/rights.py)."""
