"""Events, reports, incidents, what came in and snapshots, as lists show them; one with all that is known of it."""
