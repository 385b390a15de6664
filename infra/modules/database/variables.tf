variable "name" {
  description = "Prefix of every name, such as stage-ecommerce."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "name is 3 to 21 lower-case letters, digits and hyphens."
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
    error_message = "A subnet group needs subnets in at least two zones, whether or not the database is spread over them."
  }
}

variable "engine_version" {
  description = "Complete version of PostgreSQL. Upgrade by changing it, on staging first."
  type        = string
  default     = "15.15"

  validation {
    condition     = can(regex("^15\\.[0-9]+$", var.engine_version))
    error_message = "engine_version is a 15.x: another major version needs another parameter group family."
  }
}

variable "instance_class" {
  description = "Size of the instance, such as db.t3.small."
  type        = string

  validation {
    condition     = can(regex("^db\\.[a-z0-9]+\\.[a-z0-9]+$", var.instance_class))
    error_message = "instance_class looks like db.t3.small."
  }
}

variable "storage_gib" {
  description = "Initial storage, and the limit of its automatic growth, in GiB."
  type        = object({ initial = number, maximum = number })
  default     = { initial = 20, maximum = 100 }

  validation {
    condition     = var.storage_gib.initial >= 20 && var.storage_gib.maximum >= ceil(var.storage_gib.initial * 1.1)
    error_message = "gp3 begins at 20 GiB, and the maximum must leave at least 10 % to grow."
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
    error_message = "backup_retention_days is between 1 and 35; there is no database without backups here."
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

variable "password" {
  description = "Password of the administrator; write-only, so neither plan nor state contains it."
  type        = string
  sensitive   = true
  ephemeral   = true
}

variable "password_generation" {
  description = "Generation of the password. Raise it with each new password, so that Terraform writes it."
  type        = number
}

variable "log_retention_days" {
  description = "Days that the database's own logs are kept."
  type        = number
  default     = 30
}
