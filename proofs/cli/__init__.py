"""The command line: one short file a command; nothing heavy is imported before a command needs it."""
