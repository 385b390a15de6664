variable "name" {
  description = "Prefix of every name, such as stage-ecommerce."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "name must be 3 to 21 lower-case letters, digits and hyphens, so that derived names fit AWS's limits."
  }
}

variable "cidr_block" {
  description = "Address range of the VPC, a /16; each subnet gets a /20 of it."
  type        = string

  validation {
    condition     = can(cidrhost(var.cidr_block, 0)) && endswith(var.cidr_block, "/16")
    error_message = "cidr_block must be an IPv4 range of size /16, such as 10.1.0.0/16."
  }
}

variable "availability_zones" {
  description = "Availability zones; each gets a public and a private subnet."
  type        = list(string)

  validation {
    condition     = length(var.availability_zones) >= 2 && length(distinct(var.availability_zones)) == length(var.availability_zones)
    error_message = "availability_zones must have at least two different zones, as load balancers and database subnet groups require."
  }
}

variable "single_nat_gateway" {
  description = "Whether all zones use one NAT gateway in the first zone. It is cheaper, but if that zone fails, no task reaches the internet."
  type        = bool
  default     = false
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the role that writes the flow log."
  type        = string
}
