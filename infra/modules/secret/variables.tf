variable "name" {
  description = "Name of the secret, such as stage-ecommerce-db-master-password."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9/_+=.@-]{1,512}$", var.name))
    error_message = "name must be 1 to 512 letters, digits and /_+=.@-, as Secrets Manager requires."
  }
}

variable "description" {
  description = "Purpose of the secret."
  type        = string
}

variable "generation" {
  description = "Generation of the value. If it is raised, the next apply replaces the value with a new random one."
  type        = number
  default     = 1

  validation {
    condition     = var.generation >= 1 && floor(var.generation) == var.generation
    error_message = "generation must be a whole number of at least 1."
  }
}

variable "length" {
  description = "Length of the value in characters."
  type        = number
  default     = 40

  validation {
    condition     = var.length >= 24 && var.length <= 128
    error_message = "length must be between 24 and 128."
  }
}

variable "recovery_window_in_days" {
  description = "Days during which a deleted secret can be restored; 0 deletes it at once and frees its name."
  type        = number
  default     = 30

  validation {
    condition     = var.recovery_window_in_days == 0 || (var.recovery_window_in_days >= 7 && var.recovery_window_in_days <= 30)
    error_message = "recovery_window_in_days must be 0, or between 7 and 30."
  }
}
