"""What stands behind dev.py. ``environment``, ``system_parts`` and ``screen`` need the standard library alone."""
