package org.jiceng.activity.own;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jiceng.events.ActivityKind;

/**
 * An activity that is to come, or goes on, as a member sees it; small.
 *
 * @param organizationId who leads it
 * @param places how many places are left; null where one need not sign up
 * @param signUpId mine, if I have signed up
 * @param waiting whether I wait for a place; null without a sign-up
 * @param attended whether I am on the list of who attended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnActivity(
    UUID id,
    UUID organizationId,
    String organizationName,
    ActivityKind kind,
    String title,
    Instant startsAt,
    Instant endsAt,
    UUID siteId,
    String place,
    Long places,
    Instant signUpOpensAt,
    Instant signUpClosesAt,
    UUID signUpId,
    Boolean waiting,
    boolean attended) {}
