"""One module a change of the tables, each as frozen as the databases that were made by it."""
