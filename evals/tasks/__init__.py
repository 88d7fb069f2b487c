"""One file a task: how the reader's answers to a gold file become figures."""
