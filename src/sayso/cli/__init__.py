"""The command line: one module a verb. Typer, Rich, exit codes and the two standard streams live here and nowhere else."""
