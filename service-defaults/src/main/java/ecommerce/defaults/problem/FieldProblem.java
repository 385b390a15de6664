package ecommerce.defaults.problem;

/** One invalid input field of a request, by its JSON path, parameter or header name. */
record FieldProblem(String field, String message) {}
