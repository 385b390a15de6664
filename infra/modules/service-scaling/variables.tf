variable "name" {
  description = "Prefix of the scheduled actions, such as stage-ecommerce-order-service."
  type        = string
}

variable "cluster_name" {
  description = "Cluster of the service."
  type        = string
}

variable "service_name" {
  description = "The service."
  type        = string
}

variable "capacity" {
  description = "Between how many tasks there are."
  type        = object({ minimum = number, maximum = number })

  validation {
    condition     = var.capacity.minimum >= 1 && var.capacity.maximum >= var.capacity.minimum
    error_message = "capacity has at least one task, and a maximum that isn't less."
  }
}

variable "cpu_percent" {
  description = "Average CPU that scaling aims at; null to keep the minimum."
  type        = number
  default     = null

  validation {
    condition     = var.cpu_percent == null ? true : var.cpu_percent > 0 && var.cpu_percent <= 100
    error_message = "cpu_percent is a percentage."
  }
}

variable "pause" {
  description = "When the tasks are stopped and started, as cron() expressions in a time zone; null to run always."
  type        = object({ stop = string, start = string, time_zone = string })
  default     = null

  validation {
    condition     = var.pause == null ? true : startswith(var.pause.stop, "cron(") && startswith(var.pause.start, "cron(")
    error_message = "stop and start are cron() expressions."
  }
}
