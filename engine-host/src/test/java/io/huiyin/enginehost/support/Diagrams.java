package io.huiyin.enginehost.support;

/** Small diagrams for tests. */
public final class Diagrams {

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        targetNamespace="http://bpmn.io/schema/bpmn" id="definitions">
      <bpmn:process id="%s" isExecutable="true">
      <bpmn:startEvent id="start"/>
      """;

  private Diagrams() {}

  /** Three service tasks in a row, of the job types step-1 to step-3. */
  public static String threeJobs(final String id) {
    final var text = new StringBuilder(HEAD.formatted(id));
    for (int i = 1; i <= 3; i++) {
      text.append(serviceTask("step-" + i));
    }
    return text.append(end("start", "step-1", "step-2", "step-3")).toString();
  }

  /** A user task whose creating listener is of the job type task-created. */
  public static String userTask(final String id) {
    return HEAD.formatted(id)
        + """
          <bpmn:userTask id="handle"><bpmn:extensionElements>
            <zeebe:userTask/>
            <zeebe:assignmentDefinition candidateGroups="=[&quot;clerks&quot;]"/>
            <zeebe:priorityDefinition priority="70"/>
            <zeebe:taskListeners>
              <zeebe:taskListener eventType="creating" type="task-created"/>
            </zeebe:taskListeners>
          </bpmn:extensionElements></bpmn:userTask>
          """
        + end("start", "handle");
  }

  /** Waits at a user task and nothing else. */
  public static String plainUserTask(final String id) {
    return HEAD.formatted(id)
        + """
          <bpmn:userTask id="handle"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements></bpmn:userTask>
          """
        + end("start", "handle");
  }

  /** A timer of this ISO 8601 duration, then a job of the type after-timer. */
  public static String timer(final String id, final String duration) {
    return HEAD.formatted(id)
        + """
          <bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition>
            <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">%s</bpmn:timeDuration>
          </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
          """
            .formatted(duration)
        + serviceTask("after-timer")
        + end("start", "wait", "after-timer");
  }

  /** Starts and ends. */
  public static String empty(final String id) {
    return HEAD.formatted(id) + end("start");
  }

  private static String serviceTask(final String id) {
    return """
        <bpmn:serviceTask id="%s"><bpmn:extensionElements>
          <zeebe:taskDefinition type="%s"/>
          <zeebe:taskHeaders><zeebe:header key="colour" value="red"/></zeebe:taskHeaders>
        </bpmn:extensionElements></bpmn:serviceTask>
        """
        .formatted(id, id);
  }

  private static String end(final String... elements) {
    final var text = new StringBuilder("<bpmn:endEvent id=\"end\"/>\n");
    for (int i = 0; i < elements.length; i++) {
      final var target = i + 1 < elements.length ? elements[i + 1] : "end";
      text.append(
          "<bpmn:sequenceFlow id=\"flow-%d\" sourceRef=\"%s\" targetRef=\"%s\"/>\n"
              .formatted(i, elements[i], target));
    }
    return text.append("</bpmn:process></bpmn:definitions>\n").toString();
  }
}
