"""What people correct: where a quotation stands now, what is shown to reviewers and checked, what is learned of it."""
