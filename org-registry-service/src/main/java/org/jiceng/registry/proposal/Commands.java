package org.jiceng.registry.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.kit.web.Preconditions;

/** The commands that may be proposed: reads and checks their requests, and carries them out. */
@ApplicationScoped
class Commands {
  static final ProblemType TARGET_CHANGED = new ProblemType(409, "proposal-target-changed");
  static final ProblemType BEYOND_SCOPE = new ProblemType(409, "proposal-beyond-scope");

  private final List<ProposableCommands> features;
  private final Preconditions preconditions;
  private final Validator validator;
  private final ObjectMapper json;

  Commands(
      @All List<ProposableCommands> features,
      Preconditions preconditions,
      Validator validator,
      ObjectMapper json) {
    this.features = features;
    this.preconditions = preconditions;
    this.validator = validator;
    this.json = json;
  }

  ProposableCommands.Standing standing(ProposalTarget target, UUID id) {
    return of(target)
        .flatMap(feature -> feature.standing(id).stream())
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /** The request in its written form, read and checked as the command's own endpoint does. */
  String written(ProposalTarget target, String command, Map<String, Object> body) {
    try {
      String text = json.writeValueAsString(body);
      Object request = json.readValue(text, find(target, command).body());
      Set<ConstraintViolation<Object>> faults = validator.validate(request);
      if (!faults.isEmpty()) {
        throw new ConstraintViolationException(faults);
      }
      return text;
    } catch (JsonMappingException e) {
      e.prependPath(body, "body");
      throw new BadRequestException(e);
    } catch (JsonProcessingException e) {
      throw new BadRequestException(e);
    }
  }

  /** Carries it out with the caller's authority, on the record as the proposer has seen it. */
  void execute(Proposal proposal) {
    Proposable<?> command = find(proposal.target, proposal.command);
    try {
      Object request = json.readValue(proposal.body, command.body());
      preconditions.assuming(
          proposal.targetVersion, () -> command.execute(proposal.targetId, request));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a proposal cannot be read any more: " + proposal.id, e);
    } catch (Problem refused) {
      throw clearer(refused);
    }
  }

  /** What would be misread as being about the proposal itself. */
  private static Problem clearer(Problem refused) {
    if (CommonProblems.STALE.equals(refused.type())) {
      return new Problem(TARGET_CHANGED);
    }
    return CommonProblems.NOT_FOUND.equals(refused.type()) ? new Problem(BEYOND_SCOPE) : refused;
  }

  private Proposable<?> find(ProposalTarget target, String command) {
    List<Proposable<?>> commands =
        of(target).<Proposable<?>>flatMap(feature -> feature.commands().stream()).toList();
    return commands.stream()
        .filter(c -> c.command().equals(command))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.malformed(
                    "command",
                    "not-one-of",
                    commands.stream().map(Proposable::command).collect(Collectors.joining(", "))));
  }

  private Stream<ProposableCommands> of(ProposalTarget target) {
    return features.stream().filter(feature -> feature.target() == target);
  }
}
