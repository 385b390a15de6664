variable "name" {
  description = "Prefix of every name, such as stage-ecommerce."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "name must be 3 to 21 lower-case letters, digits and hyphens."
  }
}

variable "vpc_id" {
  description = "VPC of the database."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets, in at least two zones."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must have subnets in at least two zones, even if the database has no standby."
  }
}

variable "engine_version" {
  description = "Complete version of PostgreSQL. Upgrade by changing it, on staging first."
  type        = string

  validation {
    condition     = can(regex("^15\\.[0-9]+$", var.engine_version))
    error_message = "engine_version must be 15.x, because another major version needs another parameter group family."
  }
}

variable "instance_class" {
  description = "Size of the instance, such as db.t3.small."
  type        = string

  validation {
    condition     = can(regex("^db\\.[a-z0-9]+\\.[a-z0-9]+$", var.instance_class))
    error_message = "instance_class must have the form of db.t3.small."
  }
}

variable "storage_gib" {
  description = "Initial storage, and the limit of its automatic growth, in GiB."
  type        = object({ initial = number, maximum = number })
  default     = { initial = 20, maximum = 100 }

  validation {
    condition     = var.storage_gib.initial >= 20 && var.storage_gib.maximum >= ceil(var.storage_gib.initial * 1.1)
    error_message = "storage_gib.initial must be at least 20, the minimum of gp3, and storage_gib.maximum at least 10 % more."
  }
}

variable "multi_az" {
  description = "Whether a standby in another zone takes over when the instance or its zone fails."
  type        = bool
  default     = false
}

variable "backup_retention_days" {
  description = "Days that automatic backups are kept, and so the period of point-in-time restores."
  type        = number

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35
    error_message = "backup_retention_days must be between 1 and 35, because each database needs backups."
  }
}

variable "backup_window" {
  description = "Window of the daily backup, UTC."
  type        = string
  default     = "03:00-04:00"
}

variable "maintenance_window" {
  description = "Window in which AWS may patch the database, UTC; it must not overlap the backups."
  type        = string
  default     = "Sun:04:00-Sun:05:00"
}

variable "deletion_protection" {
  description = "Whether AWS refuses to delete the database. If false, a deletion takes no final snapshot."
  type        = bool
}

variable "initial_password" {
  description = "Random password for the creation of the instance, which the password in the secret replaces at once."
  type        = string
  sensitive   = true
  ephemeral   = true
}

variable "password" {
  description = "Secret with the administrator's password, and the password's generation. Raise it with each new password."
  type        = object({ secret_arn = string, generation = number })
}

variable "log_retention_days" {
  description = "Days that the database's logs are kept."
  type        = number
  default     = 30
}
