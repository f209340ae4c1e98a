"""What an expression is: nodes, shapes, properties, walks and named rewriting."""
