"""Many reports: the same coding step, run where there is room for it."""
