package org.jiceng.registry.post;

import java.util.EnumSet;
import java.util.Set;
import org.jiceng.events.PostKind;

/** The posts that an organisation elects; the others are appointed. */
final class ElectedPosts {
  static final Set<PostKind> KINDS =
      EnumSet.of(PostKind.SECRETARY, PostKind.DEPUTY_SECRETARY, PostKind.COMMITTEE_MEMBER);

  /** The same kinds for SQL, as the partial index post_elected_term has them. */
  static final String SQL = "('SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER')";

  private ElectedPosts() {}
}
