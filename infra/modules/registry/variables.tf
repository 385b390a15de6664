variable "namespace" {
  description = "First part of every repository's name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]*$", var.namespace))
    error_message = "namespace is lower-case letters, digits and hyphens."
  }
}

variable "repositories" {
  description = "Images that there are, one repository each."
  type        = set(string)

  validation {
    condition     = length(var.repositories) > 0 && alltrue([for name in var.repositories : can(regex("^[a-z][a-z0-9-]*$", name))])
    error_message = "repositories has at least one name, of lower-case letters, digits and hyphens."
  }
}

variable "keep_images" {
  description = "Tagged images that are kept in each repository; what production runs must be among them."
  type        = number
  default     = 100

  validation {
    condition     = var.keep_images >= 10
    error_message = "Fewer than ten images leave little to roll back to."
  }
}
