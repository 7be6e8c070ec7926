// Deliberately empty.
