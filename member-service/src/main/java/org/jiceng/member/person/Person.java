package org.jiceng.member.person;

import org.jiceng.kit.codes.IdNumber;

/** What identifies a person. Its text form tells nothing. */
public record Person(IdNumber idNumber, String name, String phone) {
  @Override
  public String toString() {
    return "a person";
  }
}
