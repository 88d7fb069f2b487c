"""What ``dragoman read`` does: choose inputs, read them in order, send the records to sinks."""
