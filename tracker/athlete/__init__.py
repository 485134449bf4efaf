"""A simulated runner who follows the plan, and a year of training told with one."""
