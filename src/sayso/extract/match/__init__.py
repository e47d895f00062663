"""Step 6, match: triggers, the senses whose conditions are met, and roles."""
