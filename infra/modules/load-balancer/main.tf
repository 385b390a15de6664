locals {
  # Truncated, because the name of a target group has at most 32 characters.
  target_group_names = {
    for target in keys(var.operator_endpoints) : target => trimsuffix(substr("${var.name}-${target}", 0, 29), "-")
  }
  tls         = var.domain != null
  public_port = local.tls ? 443 : 80
  # A rule has at most five patterns.
  path_groups = chunklist(var.gateway.paths, 5)
}

resource "aws_lb" "this" {
  name               = "${var.name}-alb"
  load_balancer_type = "application"
  internal           = false
  subnets            = var.subnet_ids
  security_groups    = [aws_security_group.this.id]

  drop_invalid_header_fields = true
  # The gateway reads the client's address from the last entry, which the load balancer appends.
  xff_header_processing_mode = "append"
  desync_mitigation_mode     = "defensive"
  enable_deletion_protection = var.deletion_protection
  # Longer than the gateway's slowest response, the import of a catalogue.
  idle_timeout = 130
}

resource "aws_security_group" "this" {
  name        = "${var.name}-alb-sg"
  description = "The load balancer: the public on the web ports, operators on theirs."
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-alb-sg" }
}

resource "aws_vpc_security_group_ingress_rule" "public" {
  for_each = toset(local.tls ? ["80", "443"] : ["80"])

  security_group_id = aws_security_group.this.id
  description       = "Anybody, HTTP${each.key == "443" ? "S" : ""}"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = tonumber(each.key)
  to_port           = tonumber(each.key)
}

resource "aws_vpc_security_group_ingress_rule" "operators" {
  for_each = {
    for pair in setproduct(keys(var.operator_endpoints), var.operator_cidrs) : "${pair[0]} ${pair[1]}" => {
      target = pair[0], cidr = pair[1]
    }
  }

  security_group_id = aws_security_group.this.id
  description       = "Operators, ${each.value.target}"
  cidr_ipv4         = each.value.cidr
  ip_protocol       = "tcp"
  from_port         = var.operator_endpoints[each.value.target].port
  to_port           = var.operator_endpoints[each.value.target].port
}

resource "aws_lb_target_group" "gateway" {
  name                 = "${var.name}-api-gw-tg"
  vpc_id               = var.vpc_id
  target_type          = "ip"
  protocol             = "HTTP"
  port                 = var.gateway.port
  deregistration_delay = var.deregistration_delay

  health_check {
    path                = var.gateway.health_path
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_target_group" "operators" {
  for_each = var.operator_endpoints

  name                 = "${local.target_group_names[each.key]}-tg"
  vpc_id               = var.vpc_id
  target_type          = "ip"
  protocol             = "HTTP"
  port                 = each.value.port
  deregistration_delay = var.deregistration_delay

  health_check {
    path                = each.value.health_path
    port                = each.value.health_port == null ? "traffic-port" : tostring(each.value.health_port)
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_listener" "public" {
  load_balancer_arn = aws_lb.this.arn
  port              = local.public_port
  protocol          = local.tls ? "HTTPS" : "HTTP"
  certificate_arn   = one(aws_acm_certificate_validation.this[*].certificate_arn)
  ssl_policy        = local.tls ? "ELBSecurityPolicy-TLS13-1-2-2021-06" : null

  # Answers paths that the gateway doesn't serve, without loading the gateway.
  default_action {
    type = "fixed-response"

    fixed_response {
      status_code  = "404"
      content_type = "application/json"
      message_body = jsonencode({ type = "about:blank", title = "Not Found", status = 404 })
    }
  }
}

resource "aws_lb_listener_rule" "gateway" {
  count = length(local.path_groups)

  listener_arn = aws_lb_listener.public.arn
  priority     = 10 + count.index

  condition {
    path_pattern {
      values = local.path_groups[count.index]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.gateway.arn
  }
}

resource "aws_lb_listener" "redirect" {
  count = local.tls ? 1 : 0

  load_balancer_arn = aws_lb.this.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "operators" {
  for_each = var.operator_endpoints

  load_balancer_arn = aws_lb.this.arn
  port              = each.value.port
  protocol          = local.tls ? "HTTPS" : "HTTP"
  certificate_arn   = one(aws_acm_certificate_validation.this[*].certificate_arn)
  ssl_policy        = local.tls ? "ELBSecurityPolicy-TLS13-1-2-2021-06" : null

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.operators[each.key].arn
  }
}
