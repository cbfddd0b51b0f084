# Read by the infra stage for all modules and their examples, see TESTING.md.
config {
  format           = "compact"
  call_module_type = "local"
}

# Built into tflint: nothing has to be fetched.
plugin "terraform" {
  enabled = true
  preset  = "all"
}

# A module may be split by concern, so that it has no main.tf.
rule "terraform_standard_module_structure" {
  enabled = false
}

# The ruleset for AWS (tflint-ruleset-aws) is not named here. tflint fetches it
# from the releases of its repository at `tflint --init`, and the infra stage must
# run where only package registries are reached. Its checks of names, types and
# policies are in part those of `terraform validate` and checkov, which do run.
