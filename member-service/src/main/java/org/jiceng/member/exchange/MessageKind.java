package org.jiceng.member.exchange;

/** What districts say to each other, and where. */
public enum MessageKind {
  /** The source offers a member, by a letter. */
  OFFER("offers"),
  /** The source offers the member no longer. */
  WITHDRAWAL("withdrawals"),
  /** The destination wants to receive, and asks from when on. */
  RELEASE("releases"),
  /** The destination sends the letter back. */
  RETURN("returns"),
  /** The destination does not want the member. */
  REFUSAL("refusals"),
  /** The destination has received the member. */
  ARRIVAL("arrivals");

  static final String PATH = "/api/v1/exchange/";
  private final String address;

  MessageKind(String address) {
    this.address = address;
  }

  String path() {
    return PATH + address;
  }
}
