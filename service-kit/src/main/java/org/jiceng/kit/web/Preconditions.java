package org.jiceng.kit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;

/** What the caller assumes about the resource it changes, by {@code If-Match}. */
@RequestScoped
public class Preconditions {
  private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"";

  /** Possessive: a greedy group would take a frame of the stack for each tag. */
  private static final Pattern TAGS =
      Pattern.compile("\\s*%s(?:\\s*,\\s*%<s)*+\\s*".formatted(TAG));

  private static final Pattern EACH_TAG = Pattern.compile(TAG);

  @Context HttpHeaders headers;

  private Long assumed;

  /**
   * Does a work for someone who has read its resource in this version; the request's own If-Match
   * is about another resource.
   */
  public void assuming(long version, Runnable work) {
    assumed = version;
    try {
      work.run();
    } finally {
      assumed = null;
    }
  }

  /** Refuses with 412 when the resource is no longer in the version that the caller has read. */
  public void requireVersion(long current) {
    if (assumed != null) {
      requireAssumed(current);
      return;
    }
    List<String> lines = headers.getRequestHeader(HttpHeaders.IF_MATCH);
    if (lines == null || lines.isEmpty()) {
      return; // whether it is demanded is @IfMatch's to say
    }
    String tags = String.join(",", lines);
    if (tags.isBlank() || tags.strip().equals("*")) {
      return;
    }
    if (!TAGS.matcher(tags).matches()) {
      throw Problem.malformed("If-Match", "entity-tag");
    }
    if (!names(tags, ETags.of(current).getValue())) {
      throw new Problem(CommonProblems.STALE);
    }
  }

  private void requireAssumed(long current) {
    if (assumed != current) {
      throw new Problem(CommonProblems.STALE);
    }
  }

  /** Strong comparison (RFC 9110, 13.1.1): a weak tag never matches. */
  private static boolean names(String tags, String current) {
    Matcher each = EACH_TAG.matcher(tags);
    while (each.find()) {
      if (each.group().equals('"' + current + '"')) {
        return true;
      }
    }
    return false;
  }
}
