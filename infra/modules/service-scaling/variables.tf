variable "name" {
  description = "Prefix of the scheduled actions, such as stage-ecommerce-order-service."
  type        = string
}

variable "cluster_name" {
  description = "Name of the service's cluster."
  type        = string
}

variable "service_name" {
  description = "Name of the service."
  type        = string
}

variable "capacity" {
  description = "Minimum and maximum number of tasks."
  type        = object({ minimum = number, maximum = number })

  validation {
    condition     = var.capacity.minimum >= 1 && var.capacity.maximum >= var.capacity.minimum
    error_message = "capacity must have minimum >= 1 and maximum >= minimum."
  }
}

variable "cpu_percent" {
  description = "Target of the average CPU in per cent; null to keep the minimum of tasks."
  type        = number
  default     = null

  validation {
    condition     = var.cpu_percent == null ? true : var.cpu_percent > 0 && var.cpu_percent <= 100
    error_message = "cpu_percent must be above 0 and at most 100."
  }
}

variable "pause" {
  description = "Times at which the tasks stop and start, as cron() expressions in a time zone; null to run always."
  type        = object({ stop = string, start = string, time_zone = string })
  default     = null

  validation {
    condition     = var.pause == null ? true : startswith(var.pause.stop, "cron(") && startswith(var.pause.start, "cron(")
    error_message = "pause.stop and pause.start must be cron() expressions."
  }
}
