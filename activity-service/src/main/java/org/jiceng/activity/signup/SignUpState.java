package org.jiceng.activity.signup;

/** What a sign-up has come to. */
enum SignUpState {
  SIGNED_UP,
  WAITING,
  WITHDRAWN
}
