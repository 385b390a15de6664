variable "name" {
  description = "Prefix of every name, such as stage-ecommerce."
  type        = string
}

variable "hours" {
  description = "Hours in which the shop runs: days as in cron, from and until as HH:MM, in an IANA time zone."
  type        = object({ days = string, from = string, until = string, time_zone = string })

  validation {
    condition     = alltrue([for time in [var.hours.from, var.hours.until] : can(regex("^([01][0-9]|2[0-3]):[0-5][0-9]$", time))])
    error_message = "hours.from and hours.until must be times such as 07:30."
  }

  validation {
    condition = try(
      tonumber(replace(var.hours.from, ":", "")) >= 30 && tonumber(replace(var.hours.until, ":", "")) <= 2330
      && tonumber(replace(var.hours.until, ":", "")) > tonumber(replace(var.hours.from, ":", "")), false
    )
    error_message = "hours must be between 00:30 and 23:30, because the database starts half an hour earlier and stops half an hour later."
  }

  validation {
    condition     = can(regex("^(SUN|MON|TUE|WED|THU|FRI|SAT)([-,](SUN|MON|TUE|WED|THU|FRI|SAT))*$", var.hours.days))
    error_message = "hours.days must be such as MON-FRI or MON,WED."
  }
}

variable "database" {
  description = "Database to stop and start: its identifier and its ARN."
  type        = object({ identifier = string, arn = string })
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the role."
  type        = string
}
